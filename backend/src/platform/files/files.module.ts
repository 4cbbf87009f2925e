import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { Files } from './files.service.js';
import { LocalStorage } from './local-storage.js';
import { ObjectStorage } from './object-storage.js';
import { S3Storage } from './s3-storage.js';

const storage = {
  provide: ObjectStorage,
  inject: [Config],
  useFactory: ({ files }: Config): ObjectStorage =>
    files.bucket === null ? new LocalStorage(files.dir) : new S3Storage(files.bucket),
};

/** Files people bring; in a folder, or in a bucket where one is configured. */
@Global()
@Module({
  controllers: [FilesController],
  providers: [Files, FilesRepository, storage],
  exports: [Files],
})
export class FilesModule {}
