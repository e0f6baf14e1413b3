"""The rules about files and tables (2xx)."""

from jdzplan.catalogue import Rule
from jdzplan.wording.guide import Explanation

FILES = {
    Rule.FILE_MISSING: Explanation(
        "There is no such file: it was looked for as written, then by its name in data/actuals. "
        "Other files are checked; if nothing at all was read the exit code is 3.",
        "A slip in the name or the year; another folder; .csv for .xlsx.",
        "Check the name (a near one is offered) or give the whole path. Yearly figures belong into "
        "data/actuals, named after their year.",
    ),
    Rule.FILE_UNREADABLE: Explanation(
        "The file exists, but cannot be opened or is in no format that is read. Nothing was read, "
        "so its indicators get no verdict (row_rejected).",
        "Another program holds it, or permissions are lacking; a workbook with a password, or "
        "damaged; a .csv renamed to .xlsx; what reads Excel files is not installed.",
        "Do as the message says. Mostly it helps to open it in Excel or WPS and save it as "
        '"CSV UTF-8 (comma delimited)".',
    ),
    Rule.FILE_EMPTY: Explanation(
        "Nothing in it, or a header and no rows. Most likely an export failed; it is not taken for "
        '"nothing reported". A template with all its rows and blank values is fine.',
        "The wrong sheet was exported; saving was cut short; nothing was filled in yet.",
        "A header with indicator and value (of tasks: task and stage) and at least one row. "
        "jdzplan template writes an empty one.",
    ),
    Rule.ENCODING_UNKNOWN: Explanation(
        "A CSV is text. Neither UTF-8 nor UTF-16 nor GB18030 (GBK) fits, or there are NUL "
        "characters, so it was not read; guessing would give garbled text.",
        "A workbook renamed to .csv; damage in transfer; another encoding, such as Big5.",
        'Open the original in Excel or WPS and save it as "CSV UTF-8 (comma delimited)", or name '
        "the encoding with --encoding.",
    ),
    Rule.BROKEN_QUOTES: Explanation(
        "Quotes hold text with commas or line breaks together and come in pairs. One that does not "
        "close would swallow the rows that follow, so this row is given up and reading goes on at "
        "the next line. Its indicator gets no verdict.",
        "A bare double quote in source or note; one of a pair deleted by hand.",
        "Double every quote inside and put the whole field into quotes, or use “ and ”.",
    ),
    Rule.COLUMN_MISSING: Explanation(
        "A header needs indicator (or an id or a name) and value, of tasks task and stage. Without "
        "them nobody knows whose figure is whose: nothing was read, and its indicators get no "
        "verdict.",
        "A header that is not known, which JDZ207 then names as well; a title without a header; a "
        "column headed by another year.",
        "Use a header that the README lists, or start from jdzplan template.",
    ),
    Rule.COLUMN_UNKNOWN: Explanation(
        "A column that is not known, or one with content and no header. It was not read, the "
        "others were. It is told because a figure may stand there by mistake.",
        "Columns of one's own, such as a contact; a misspelt header; cells that slipped to the "
        "right of the table.",
        "Leave it if it is not needed; correct its header if it is value, unit or the like.",
    ),
    Rule.COLUMN_TWICE: Explanation(
        "One column stands twice, and which of them counts cannot be told; nothing was read. "
        "Chinese, English and synonymous headers are one column, as value, 数值 and 完成值.",
        "Last year's and this year's figures under one header; a column pasted twice.",
        "Keep one. If the other must stay, call it something else; it will not be read.",
    ),
    Rule.ROW_TOO_LONG: Explanation(
        "The row has more cells than the header: a comma in a number has cut it in two, and all "
        "that follows stands one column off. The row was not read; its indicator gets no verdict.",
        "1,234 without quotes; a comma in source or note; something behind the end of the row.",
        "Take separators out of numbers; put quotes around text with commas.",
    ),
    Rule.YEAR_UNKNOWN: Explanation(
        "Neither the file's name (no year, or several) nor a column year says which year this is "
        "about. It is never guessed from today's date; the file was not used.",
        "Names such as total.csv or final.csv, or with two years, as 2022-2023.csv.",
        "Name it YEAR.csv, as 2023.csv; or give --year; or add a column year.",
    ),
    Rule.YEAR_AFTER_PLAN: Explanation(
        "The year lies after the plan, which demands nothing of it; nothing is judged.",
        "A slip in the file's name; the plan is over and its tables are still filled in.",
        "Check the name. Figures of the next plan's years are for that plan to judge.",
    ),
    Rule.EARLIER_YEAR_BAD: Explanation(
        "A year is judged with those before it: totals, mean growth, what must not fall. An "
        "earlier file has errors; its bad rows were left out, and verdicts may lack them. "
        "Its own check tells the details, here it is one warning.",
        "It never passed its check, or was damaged later.",
        "Run the command in the message, mend that year, and check this one again.",
    ),
    Rule.FILE_NOT_A_YEAR: Explanation(
        "Without file names every CSV named after a year is read. Other tables in data/actuals are "
        "not, and are told, so that nobody believes they were checked.",
        "A name such as 2023-figures.csv; a year's figures as a workbook; other tables kept in "
        "this folder.",
        "Name it YEAR.csv; name a workbook on the command line, or save it as CSV; move other "
        "files elsewhere.",
    ),
    Rule.ENCODING_NOTED: Explanation(
        "The file is not UTF-8. It was read in the encoding that fits, which is mostly "
        "right; it is told so that you can look.",
        "Excel and WPS in Chinese save CSV as GBK.",
        "If the Chinese reads well, do nothing. If not, give --encoding, or save it as "
        '"CSV UTF-8 (comma delimited)".',
    ),
    Rule.TEXT_MANGLED: Explanation(
        "No header can be found, and the text bears the marks of a wrong encoding, such as 锟斤拷. "
        "The original characters are mostly lost; nothing was read.",
        "Opened in a wrong encoding, and saved.",
        "Do not mend the garbled file: export it again from the workbook, or ask whoever sent it "
        "for another copy.",
    ),
    Rule.FILE_OPEN: Explanation(
        "Excel, WPS or LibreOffice left a temporary file beside it, so it seems to be open. What "
        "was last saved is checked; unsaved changes are not.",
        "Checked while being filled in; a program that crashed and left its file.",
        "Save, close and check again. If nobody has it open, delete the temporary file.",
    ),
    Rule.FILE_TOO_LARGE: Explanation(
        "It was not read. Row by row, files of up to 64 MB are read, about a million rows. Larger "
        "ones need the extra panel, and have to be a CSV table with one header on top, without "
        "headings or lines of units further down.",
        "The figures of every county of a country; an export of a whole database; a workbook full "
        "of pictures.",
        'For a big year: pip install "jdzplan[panel]". Otherwise check the file, or copy the rows '
        "that are to be filed into a new one.",
    ),
    Rule.FORMULA_NOT_CALCULATED: Explanation(
        "Formulas have results only after Excel or WPS has computed and saved them. They are not "
        "computed here; the row was not read and its indicator gets no verdict. The older format "
        "(.xls) does not tell one never calculated from one whose result is empty: both are a "
        "warning and count as not reported. Some programs write 0 for a formula never calculated, "
        "and that .xls does not show at all.",
        "The workbook was made by a program and never saved by Excel or WPS; calculation is set to "
        "manual.",
        "Open it, recalculate (F9) and save it, or type the figure.",
    ),
    Rule.CELL_TOO_LONG: Explanation(
        "A cell holds a figure or a few words; one of more than 100,000 characters is nothing that "
        "anyone meant to file. The row was not read and its indicator gets no verdict; the other "
        "rows are read.",
        "A whole document pasted into source or note; rows that an export ran together.",
        "Find the cell and leave what belongs there. Keep the text elsewhere and name it, with its "
        "date, in source.",
    ),
    Rule.SHEET_HIDDEN: Explanation(
        "Hidden sheets are not read, since they may be drafts or old figures; it is told so that "
        "nobody believes they were.",
        "Instructions, code lists or drafts that came with a form.",
        "Unhide it if it holds figures to be filed; otherwise do nothing.",
    ),
    Rule.SHEET_OF_OTHER_YEAR: Explanation(
        "Of a workbook with a sheet for each year, only that named after the year is read; the "
        "others are told so that nobody believes they were.",
        "Several years kept in one workbook.",
        "Nothing; to read another year, check the workbook again with its --year.",
    ),
    Rule.TOTAL_ROW: Explanation(
        "A row named total is no indicator's figure and was not used; it is told so that nobody "
        "believes it was.",
        "Tables by unit or by place end with a total.",
        "Nothing; where the total is an indicator's figure, give it the indicator's name.",
    ),
}
