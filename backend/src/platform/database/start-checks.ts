import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assertRestrictedRole } from '@smet/database';
import { DataSource } from 'typeorm';

/** Refuses to start under a database role for which row-level security is only decoration. */
@Injectable()
export class StartChecks implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await assertRestrictedRole(this.dataSource);
  }
}
