// Runs in a thread of its own: the second that laying out a long document takes is not one of the API's.
import { print, type PrintJob } from './print.js';

export default function printJob(job: PrintJob): Promise<Uint8Array> {
  return print(job);
}
