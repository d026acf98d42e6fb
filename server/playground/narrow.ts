/** The same width as in styles/narrow.css. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 900px)').matches
}
