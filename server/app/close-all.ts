/** Closes what was opened, the latest first. One that fails keeps no other open. @throws what the first of them threw. */
export async function closeAll(opened: (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = []
  for (const close of opened.splice(0).reverse())
    await close().catch((fault: unknown) => void faults.push(fault))
  for (const fault of faults) throw fault
}
