/** Orders versions of numbers and dots, such as 1.10 after 1.9: negative if `a` is older. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
