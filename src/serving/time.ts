/** Returns a time in RFC 3339 with whole seconds, the format of the API. */
export function asTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
