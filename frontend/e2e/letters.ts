import { expect } from '@playwright/test';
import { system } from './system.ts';

/** A letter as the catcher answers it. */
export interface Letter {
  readonly id: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly contentBase64: string;
  }[];
}

/** Letters to an address, newest first. */
export async function lettersTo(address: string): Promise<readonly Letter[]> {
  const response = await fetch(`${system.mail}/_sandbox/messages?to=${encodeURIComponent(address)}`);
  const { messages } = (await response.json()) as { messages: Letter[] };
  return messages;
}

/** Waits until `count` letters have come to an address; the newest. */
export async function letterTo(address: string, count = 1): Promise<Letter> {
  await expect.poll(async () => (await lettersTo(address)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  const [newest] = await lettersTo(address);
  if (!newest) throw new Error(`no letter to ${address}`);
  return newest;
}
