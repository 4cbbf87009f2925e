import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (table: Table | string): string => (typeof table === 'string' ? table : table.name).replace(/^.*\./, '');

/**
 * Columns are the property names in snake_case. Constraints that need no thought are named here, so that an error can
 * be mapped by name: `pk_<table>` and `fk_<table>_<column>`; the organization of a composite key is left out of the
 * name. Unique keys, indexes and checks carry their names on the entity.
 */
export class HouseNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName || snake(propertyName);
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${nameOf(table)}`;
  }

  override foreignKeyName(table: Table | string, columnNames: string[]): string {
    const named = columnNames.length > 1 ? columnNames.filter((column) => column !== 'organization_id') : columnNames;
    return `fk_${nameOf(table)}_${named.at(-1)}`;
  }
}
