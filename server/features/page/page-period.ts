/** How the pages say which period they are of. */
export const PERIOD =
  'Which period. Left out or null: for each key metric the one that is running, as often as its kind is tracked.'
