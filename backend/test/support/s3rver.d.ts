/** As much of the server's interface as the tests use; it comes without types. */
declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  interface Settings {
    address: string;
    port: number;
    silent: boolean;
    directory: string;
    configureBuckets: { name: string }[];
  }

  export default class S3rver {
    constructor(settings: Settings);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
