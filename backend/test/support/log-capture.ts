/** Collects the log lines of the processes under test. */
export class LogCapture {
  private readonly written: string[] = [];

  write(line: string): void {
    this.written.push(line);
  }

  text(): string {
    return this.written.join('');
  }

  lines(): Record<string, unknown>[] {
    return this.written.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}
