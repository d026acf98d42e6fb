import type { SVGProps } from 'react'

type IconProps = SVGProps<SVGSVGElement>

function Stroke(props: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    />
  )
}

export function LinkIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3" />
      <path d="M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1" />
    </Stroke>
  )
}

/** Braces, beside the brackets of the examples. */
export function CodeIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <path d="M9 5H8a2 2 0 0 0-2 2v3a2 2 0 0 1-2 2 2 2 0 0 1 2 2v3a2 2 0 0 0 2 2h1" />
      <path d="M15 5h1a2 2 0 0 1 2 2v3a2 2 0 0 0 2 2 2 2 0 0 0-2 2v3a2 2 0 0 1-2 2h-1" />
    </Stroke>
  )
}

export function ExamplesIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <rect x="4" y="4" width="16" height="16" rx="3" />
      <path d="m9 9-3 3 3 3M15 9l3 3-3 3M12.8 8l-1.6 8" />
    </Stroke>
  )
}

export function ChevronIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <path d="m7 10 5 5 5-5" />
    </Stroke>
  )
}

export function CheckIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </Stroke>
  )
}

export function KeyIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <circle cx="8" cy="15" r="4" />
      <path d="m11 12 8-8M16 7l3 3" />
    </Stroke>
  )
}

export function NobodyIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <circle cx="12" cy="8.5" r="3.5" />
      <path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6M4 4l16 16" />
    </Stroke>
  )
}

export function ThemeIcon(props: IconProps) {
  return (
    <Stroke {...props}>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </Stroke>
  )
}

export function CopyGlyph(props: IconProps) {
  return (
    <Stroke {...props}>
      <rect x="9" y="9" width="10" height="10" rx="2" />
      <path d="M15 9V7a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h2" />
    </Stroke>
  )
}

/** The icon that index.html names. */
export function BrandMark() {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  return <img src={icon?.href} alt="" width={28} height={28} />
}
