/** RFC 3339 in whole seconds, as the API writes times. */
export function asTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
