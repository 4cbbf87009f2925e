/** Somebody else wrote the same value meanwhile: what stands there now, and a way to write one's own all the same. */
export class StaleCell extends Error {
  constructor(
    readonly theirs: string,
    readonly overwrite: () => Promise<void>,
  ) {
    super('the value was changed by somebody else');
    this.name = 'StaleCell';
  }
}
