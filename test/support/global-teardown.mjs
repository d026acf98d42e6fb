export default async function teardown() {
  await globalThis.testDatabases?.close()
}
