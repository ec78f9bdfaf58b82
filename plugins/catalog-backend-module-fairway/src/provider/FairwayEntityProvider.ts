// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One for each backend, since a full mutation replaces everything of its provider: what a backend that does not answer had
// said before stays as it is, after a restart, too.
import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EntitiesReader, type EntitiesReaderOptions } from './EntitiesReader';

/**
 * From time to time everything is given again, whatever the tag says: another replica may have given something else and
 * gone.
 */
const WHOLE_EVERY_MILLISECONDS = 10 * 60_000;

export interface FairwayEntityProviderOptions extends EntitiesReaderOptions {
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
}

/** Keeps the entities of one backend in the catalog as the backend says. */
export class FairwayEntityProvider implements EntityProvider {
  readonly pluginId: string;
  readonly #reader: EntitiesReader;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  #connection?: EntityProviderConnection;
  #applied?: { tag?: string; at: number };
  #running?: Promise<void>;
  #again = false;

  static create(options: FairwayEntityProviderOptions): FairwayEntityProvider {
    return new FairwayEntityProvider(options);
  }

  private constructor(options: FairwayEntityProviderOptions) {
    this.pluginId = options.pluginId;
    this.#reader = EntitiesReader.create(options);
    this.#logger = options.logger;
    this.#taskRunner = options.taskRunner;
  }

  getProviderName(): string {
    return `fairway:${this.pluginId}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#taskRunner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: () => this.refresh(),
    });
  }

  /** Reads now, or once more after the reading that is under way. Never rejects: the next time is soon. */
  refresh(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#refreshAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #refreshAll(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#refreshOnce();
      } catch (error) {
        this.#logger.warn(
          `The entities of "${this.pluginId}" cannot be read; those that it gave before stay`,
          { problem: isError(error) ? error.message : String(error) },
        );
      }
    } while (this.#again);
  }

  async #refreshOnce(): Promise<void> {
    if (!this.#connection) return;
    const { tag, at = 0 } = this.#applied ?? {};
    const isFresh = Date.now() - at < WHOLE_EVERY_MILLISECONDS;
    const reading = await this.#reader.read(isFresh ? tag : undefined);
    if (!reading) return;
    await this.#connection.applyMutation({
      type: 'full',
      entities: reading.entities.map(entity => ({
        entity: this.#located(entity),
        locationKey: this.getProviderName(),
      })),
    });
    this.#applied = { tag: reading.tag, at: Date.now() };
    this.#logger.debug(
      `"${this.pluginId}" gives ${reading.entities.length} entities`,
    );
  }

  /** The catalog wants to know where an entity comes from. */
  #located(entity: Entity): Entity {
    const location = `fairway:${this.pluginId}`;
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
    };
  }
}
