import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface RoleRow {
  readonly name: string;
  readonly bypasses: boolean;
}

/** Refuses to start under a database role for which row-level security is only decoration. */
@Injectable()
export class StartChecks implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [role] = await this.dataSource.query<RoleRow[]>(
      `select rolname as name, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user`,
    );
    if (!role || role.bypasses) {
      throw new Error(`the application works as the database role ${role?.name ?? '?'}, which bypasses row security`);
    }
  }
}
