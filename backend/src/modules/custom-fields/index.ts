export { CustomFieldsModule } from './custom-fields.module.js';
export { CustomFields } from './custom-fields.service.js';
export type { FieldCondition } from './field-filters.js';
export { FieldFiltersQuery, withFields } from './field-query.js';
export { readFieldText, type FieldChanges, type FieldDefinition, type FieldValue } from './field-values.js';
