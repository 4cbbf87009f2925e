import { IsIn } from 'class-validator';
import { filePurposes, type FilePurpose } from '@smet/database';

export class UploadQueryDto {
  /** What the file is for; it decides how large it may be and of which type. */
  @IsIn(filePurposes)
  purpose: FilePurpose;
}

export class FileDto {
  /** @example '019aa000-0000-7000-8000-000000000000' */
  id: string;
  name: string;
  /** By content, whatever the name says. */
  contentType: string;
  /** Bytes. */
  size: number;
  purpose: FilePurpose;
  createdAt: string;
}
