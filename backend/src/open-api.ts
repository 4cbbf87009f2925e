import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { roomDocuments } from './modules/estimates/index.js';
import { ruleSetDocuments } from './modules/rule-sets/index.js';
import { ProblemDto } from './platform/http/problem.dto.js';

/** The description of the REST API, from the code. Complete only when compiled by `nest build` (swagger plugin). */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('SMET')
    .setDescription('Estimates, orders and CRM sync. Money in minor units, decimals as strings, times in ISO 8601.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    extraModels: [ProblemDto],
  });
  return withProblems(withDocuments(document));
}

/** Documents whose JSON Schema a library has; classes that repeat it would drift. */
function withDocuments(document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas, ...roomDocuments, ...ruleSetDocuments };
  return { ...document, components: { ...document.components, schemas } };
}

type Path = OpenAPIObject['paths'][string];
type Operation = NonNullable<Path['get']>;

/** Whatever an operation does not answer itself is a problem document; no controller has to say so. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schema = { $ref: getSchemaPath(ProblemDto) };
  const problem = { description: 'Refused or failed.', content: { 'application/problem+json': { schema } } };
  for (const path of Object.values(document.paths)) {
    for (const operation of operationsOf(path))
      operation.responses.default = { $ref: '#/components/responses/Problem' };
  }
  return { ...document, components: { ...document.components, responses: { Problem: problem } } };
}

function operationsOf({ get, post, put, patch, delete: remove }: Path): Operation[] {
  return [get, post, put, patch, remove].filter((operation) => operation !== undefined);
}
