/** A condition the person at the terminal can mend: shown as one line, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a script's main function; a Refusal ends it with its one line, anything else with the whole error.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal || error?.name === 'DatabaseUnavailable' ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
