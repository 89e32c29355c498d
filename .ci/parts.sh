# For `.ci/run`: runs its parts one after the other, all of them whatever fails, and adds up what they count.

passed=0
failed=0

# Runs a command whose last line of counts is 'N passed, N failed'. One that ends without such a line, or with an error
# although it counted no failure, is a failure itself.
part() {
  local log code=0 counts
  log=$(mktemp)
  "$@" 2>&1 | tee "$log" || code=$?
  counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$log" | tail -n 1) || counts='0 passed, 1 failed'
  rm -f "$log"
  [[ $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]
  local counted=${BASH_REMATCH[2]}
  if [[ $code -ne 0 && $counted -eq 0 ]]; then
    counted=1
  fi
  passed=$((passed + BASH_REMATCH[1]))
  failed=$((failed + counted))
}

# Prints the sum as the last line. Returns 1 if anything failed, or if nothing ran.
total() {
  echo "$passed passed, $failed failed"
  [[ $failed -eq 0 && $passed -gt 0 ]]
}
