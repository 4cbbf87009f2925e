import { notFound } from '../problems.js';
import type { Pipeline, Status } from '../world.js';
import { findPipeline } from '../world.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, ok, ownLink, selfLink } from './context.js';

const ROOT = '/api/v4/leads/pipelines';

export const pipelineRoutes: ApiRoute[] = [
  { method: 'GET', path: ROOT, handle: listPipelines },
  { method: 'GET', path: `${ROOT}/:pipelineId`, handle: readPipeline },
  { method: 'GET', path: `${ROOT}/:pipelineId/statuses`, handle: listStatuses },
  { method: 'GET', path: `${ROOT}/:pipelineId/statuses/:statusId`, handle: readStatus },
];

function listPipelines(context: ApiContext): ApiAnswer {
  const pipelines = context.world.state.pipelines.map((pipeline) => pipelineView(context, pipeline));
  return ok({ _total_items: pipelines.length, _links: ownLink(context), _embedded: { pipelines } });
}

function readPipeline(context: ApiContext): ApiAnswer {
  return ok(pipelineView(context, pipelineOf(context)));
}

function listStatuses(context: ApiContext): ApiAnswer {
  const pipeline = pipelineOf(context);
  const statuses = visibleStatuses(pipeline).map((status) => statusView(context, pipeline, status));
  return ok({ _total_items: statuses.length, _links: ownLink(context), _embedded: { statuses } });
}

function readStatus(context: ApiContext): ApiAnswer {
  const pipeline = pipelineOf(context);
  const id = idParam(context, 'statusId');
  const status = visibleStatuses(pipeline).find((candidate) => candidate.id === id);
  if (!status) throw notFound('Status not found');
  return ok(statusView(context, pipeline, status));
}

function pipelineOf(context: ApiContext): Pipeline {
  const pipeline = findPipeline(context.world, idParam(context, 'pipelineId'));
  if (!pipeline) throw notFound('Pipeline not found');
  return pipeline;
}

/** The incoming stage disappears from the list when the pipeline does not use it. */
function visibleStatuses(pipeline: Pipeline): Status[] {
  return pipeline.statuses.filter((status) => pipeline.is_unsorted_on || status.type === 0);
}

function pipelineView(context: ApiContext, pipeline: Pipeline): Record<string, unknown> {
  return {
    id: pipeline.id,
    name: pipeline.name,
    sort: pipeline.sort,
    is_main: pipeline.is_main,
    is_unsorted_on: pipeline.is_unsorted_on,
    is_archive: pipeline.is_archive,
    account_id: context.world.state.account.id,
    _links: selfLink(context, `${ROOT}/${pipeline.id}`),
    _embedded: { statuses: visibleStatuses(pipeline).map((status) => statusView(context, pipeline, status)) },
  };
}

function statusView(context: ApiContext, pipeline: Pipeline, status: Status): Record<string, unknown> {
  return {
    id: status.id,
    name: status.name,
    sort: status.sort,
    is_editable: status.is_editable,
    pipeline_id: pipeline.id,
    color: status.color,
    type: status.type,
    account_id: context.world.state.account.id,
    _links: selfLink(context, `${ROOT}/${pipeline.id}/statuses/${status.id}`),
  };
}
