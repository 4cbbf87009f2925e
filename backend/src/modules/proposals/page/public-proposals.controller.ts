import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../platform/access/index.js';
import { Config } from '../../../platform/config/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { DrawingQueryDto } from '../../estimates/index.js';
import { AcceptProposal } from '../acceptance/accept-proposal.service.js';
import { ProposalAcceptanceDto, ProposalDto } from '../dto/proposal.dto.js';
import {
  AcceptProposalDto,
  AskQuestionDto,
  CodeSentDto,
  ProposalPdfQueryDto,
  RequestCodeDto,
} from '../dto/proposal-input.dto.js';
import { OpenLinks } from './open-links.service.js';
import { ProposalPage } from './proposal-page.service.js';
import { CurrentVisitor, type Visitor } from './visitor.js';
import { Visits } from './visits.service.js';

const SVG = 'image/svg+xml';
const PDF = 'application/pdf';
/** A picture never runs anything, loads anything, or belongs to our origin. */
const PICTURE_ONLY = `default-src 'none'; sandbox`;

/** The address is the key: it is kept by nobody on the way and told to nobody else. */
const KeptByNobody = () => Header('cache-control', 'no-store');
const ToldToNobody = () => Header('referrer-policy', 'no-referrer');
const NotIndexed = () => Header('x-robots-tag', 'noindex, nofollow');

/** A proposal for whoever holds its link. Nobody signs in here. */
@ApiTags('public')
@Controller('public/proposals/:token')
export class PublicProposalsController {
  constructor(
    private readonly links: OpenLinks,
    private readonly page: ProposalPage,
    private readonly visits: Visits,
    private readonly acceptances: AcceptProposal,
    private readonly config: Config,
  ) {}

  /** The version of the link with its variants. 404 for an unknown token, 410 when the link was revoked or ran out. */
  @Get()
  @Public()
  @KeptByNobody()
  @ToldToNobody()
  @NotIndexed()
  @ApiOkResponse({ type: ProposalDto })
  async show(@Param('token') token: string, @CurrentVisitor() visitor: Visitor): Promise<ProposalDto> {
    return this.page.show(await this.links.open(token, visitor, 'read'));
  }

  /** A room of the version as a picture. */
  @Get('rooms/:roomId/drawing.svg')
  @Public()
  @KeptByNobody()
  @ToldToNobody()
  @NotIndexed()
  @Header('content-security-policy', PICTURE_ONLY)
  @ApiProduces(SVG)
  @ApiOkResponse({ content: { [SVG]: { schema: { type: 'string' } } } })
  async draw(
    @Param('token') token: string,
    @IdParam('roomId') roomId: string,
    @Query() query: DrawingQueryDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const svg = await this.page.draw(await this.links.open(token, visitor, 'read'), roomId, query);
    void reply.type(`${SVG}; charset=utf-8`);
    return svg;
  }

  /** The proposal as a document. */
  @Get('proposal.pdf')
  @Public()
  @KeptByNobody()
  @ToldToNobody()
  @NotIndexed()
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  async pdf(
    @Param('token') token: string,
    @Query() { variant }: ProposalPdfQueryDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const link = await this.links.open(token, visitor, 'print');
    const asked = { variantId: variant, linkUrl: this.pageUrl(token) };
    const { pdf, disposition } = await this.page.print(link, asked);
    void reply.type(PDF).header('content-disposition', disposition);
    return new StreamableFile(pdf);
  }

  /** The page was opened by a person: told by its script. */
  @Post('views')
  @HttpCode(204)
  @Public()
  @KeptByNobody()
  @ApiNoContentResponse()
  async view(@Param('token') token: string, @CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.visits.view(await this.links.open(token, visitor, 'write'), visitor);
  }

  /** Asks the firm. */
  @Post('questions')
  @HttpCode(204)
  @Public()
  @KeptByNobody()
  @ApiNoContentResponse()
  async ask(
    @Param('token') token: string,
    @Body() input: AskQuestionDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    await this.visits.ask(await this.links.open(token, visitor, 'write'), visitor, input);
  }

  /** Sends a one-time code to accept a variant with; the one before is over then. */
  @Post('codes')
  @HttpCode(200)
  @Public()
  @KeptByNobody()
  @ApiOkResponse({ type: CodeSentDto })
  async sendCode(
    @Param('token') token: string,
    @Body() input: RequestCodeDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<CodeSentDto> {
    return this.page.sendCode(await this.links.open(token, visitor, 'write'), visitor, input);
  }

  /** Accepts one variant of exactly the version that was seen. */
  @Post('acceptances')
  @HttpCode(200)
  @Public()
  @KeptByNobody()
  @ApiOkResponse({ type: ProposalAcceptanceDto })
  async accept(
    @Param('token') token: string,
    @Body() input: AcceptProposalDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<ProposalAcceptanceDto> {
    const link = await this.links.open(token, visitor, 'write');
    return this.acceptances.accept({ link, input, visitor, pageUrl: this.pageUrl(token) });
  }

  private pageUrl(token: string): string {
    return `${this.config.publicUrl}/p/${token}`;
  }
}
