import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id (the library's default variant) at OWASP's second setting: 19 MiB, two passes. */
const SETTINGS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The stored form of a password (PHC string with its settings). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, SETTINGS);
}

@Injectable()
export class Passwords implements OnModuleInit {
  private decoy: string;

  async onModuleInit(): Promise<void> {
    this.decoy = await hashPassword('nobody has this password');
  }

  /** Takes as long for an unknown person (`stored` null) as for a wrong password, and then says no. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const fits = await verify(stored ?? this.decoy, password);
    return fits && stored !== null;
  }
}
