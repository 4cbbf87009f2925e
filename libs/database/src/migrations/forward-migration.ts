import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list of statements that goes forward only: a mistake is corrected by the next migration. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract readonly name: string;
  abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be undone: write a migration that corrects it`));
  }
}
