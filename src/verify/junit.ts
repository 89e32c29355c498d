/** The results as a JUnit report, which CI systems show: one suite, one test case for each check. */
import type { CheckResult } from './findings.ts';

export function junitOf(url: string, results: readonly CheckResult[]): string {
  const count = (outcome: CheckResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const totals = `tests="${results.length}" failures="${count('failed')}" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="${escaped(`larder verify ${url}`)}" ${totals} errors="0">`,
    ...results.flatMap(caseOf),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf({ name, operation, outcome, failures, reason = '' }: CheckResult): string[] {
  const start = `    <testcase classname="${escaped(operation)}" name="${escaped(name)}"`;
  if (outcome === 'passed') return [`${start} />`];
  const inner =
    outcome === 'skipped'
      ? [`      <skipped message="${escaped(reason)}" />`]
      : failures.map(({ request, message }) => `      <failure message="${escaped(`${request} ${message}`)}" />`);
  return [`${start}>`, ...inner, '    </testcase>'];
}

/** XML 1.0 does not have most control characters, not even as references (section 2.2). */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
