#!/bin/sh
# 检查并把结果存入jdzplan-report/，退出码即检查的退出码。参数原样交给jdzplan check。
# Checks, leaves the result in jdzplan-report/, and exits as the check does. Arguments go to it.
set -eu
report=${JDZPLAN_REPORT:-jdzplan-report}
mkdir -p "$report"
code=0
jdzplan check --output json="$report/result.json" --output csv="$report/result.csv" \
  --output markdown="$report/digest.md" "$@" >"$report/check.txt" || code=$?
cat "$report/check.txt"
exit "$code"
