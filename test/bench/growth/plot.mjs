const [WIDTH, HEIGHT, MARGIN] = [480, 320, 56]
const COLOURS = ['#1f5fbf', '#c2571a']

/**
 * A plot of lines over sizes, both axes logarithmic: what grows with the size has a slope, what does not is level.
 * `lines` are [{ name, points: [[size, value]] }].
 */
export function plot({ title, unit, lines }) {
  const points = lines.flatMap((line) => line.points)
  const x = axis(
    points.map(([size]) => size),
    MARGIN,
    WIDTH - 16,
  )
  const y = axis(
    points.map(([, value]) => value),
    HEIGHT - MARGIN,
    40,
  )
  const drawn = lines.map((line, index) => drawLine(line, { x, y, index }))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="20" font-size="13">${title}</text>
${x.ticks.map((tick) => `<path d="M${x.at(tick)} 40V${HEIGHT - MARGIN}" stroke="#ddd"/><text x="${x.at(tick)}" y="${HEIGHT - MARGIN + 16}" text-anchor="${tick === x.ticks.at(-1) ? 'end' : 'middle'}">${tick.toLocaleString('en')}</text>`).join('\n')}
${y.ticks.map((tick) => `<path d="M${MARGIN} ${y.at(tick)}H${WIDTH - 16}" stroke="#ddd"/><text x="${MARGIN - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick}</text>`).join('\n')}
<text x="${MARGIN}" y="36" fill="#555">${unit}</text>
${drawn.join('\n')}
</svg>
`
}

/** From the power of ten below the least to that above the greatest. */
function axis(values, from, to) {
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ]
  const span = Math.max(1, high - low)
  const at = (value) => Math.round((from + ((Math.log10(value) - low) / span) * (to - from)) * 10) / 10
  return { at, ticks: Array.from({ length: span + 1 }, (_, index) => Number(`1e${low + index}`)) }
}

function drawLine({ name, points }, { x, y, index }) {
  const colour = COLOURS[index % COLOURS.length]
  const path = points
    .map(([size, value], place) => `${place === 0 ? 'M' : 'L'}${x.at(size)} ${y.at(value)}`)
    .join('')
  const dots = points.map(
    ([size, value]) => `<circle cx="${x.at(size)}" cy="${y.at(value)}" r="3" fill="${colour}"/>`,
  )
  const label = `<text x="${MARGIN + index * 210}" y="${HEIGHT - 14}" fill="${colour}">${name}</text>`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${label}`
}
