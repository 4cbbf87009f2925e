import { Controller, Get, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authenticated, CurrentActor, type Actor } from '../access/index.js';
import type { ActorRequest } from '../access/decorators.js';
import { SessionDirectory } from '../access/session-directory.js';
import { Config } from '../config/index.js';
import { LiveFeed } from './live-feed.js';
import { LiveStream } from './live-stream.js';

/** Live updates by server-sent events: `change` carries ids only, `resync` asks to fetch everything again. */
@ApiTags('live')
@Controller('live')
export class LiveController implements BeforeApplicationShutdown {
  private readonly streams = new Set<LiveStream>();

  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: SessionDirectory,
    private readonly config: Config,
  ) {}

  @Get()
  @Authenticated()
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Events `change` {type, subjectType, subjectId} and `resync`', type: String })
  stream(@CurrentActor() actor: Actor, @Req() request: ActorRequest, @Res() reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, {
      'x-request-id': request.id,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const stream = new LiveStream(actor, reply.raw, this.sessions);
    this.streams.add(stream);
    const unsubscribe = this.feed.subscribe(stream);
    const heartbeat = setInterval(() => void stream.heartbeat(), this.config.liveHeartbeatMs);
    reply.raw.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      this.streams.delete(stream);
    });
  }

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.streams.forEach((stream) => stream.close());
  }
}
