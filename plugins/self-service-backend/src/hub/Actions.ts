// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people can order, and what they can do with what is there: templates, with the ownership policy's word about
// each. It tells and refuses nothing: whatever comes of a form is decided again when it is planned and carried out.
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import {
  type ActionFormAnswer,
  type ActionsAnswer,
  type ActionTarget,
  fillForm,
  isTarget,
  type SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { selfServiceError } from '../errors';
import type { Reader } from '../reads/BaseReads';
import { ActionTargets } from './ActionTargets';
import { questionOf } from './formFields';
import {
  fileOf,
  RecordedFiles,
  type RecordedFilesOptions,
} from './RecordedFiles';
import { type ActionTemplate, Templates, titleOf } from './Templates';

export interface ActionsOptions extends RecordedFilesOptions {
  catalog: CatalogService;
  ownership: OwnershipService;
  permissions: PermissionsService;
}

/** The self-service actions of the catalog. */
export class Actions {
  readonly #catalog: CatalogService;
  readonly #templates: Templates;
  readonly #targets: ActionTargets;
  readonly #files: RecordedFiles;

  static create(options: ActionsOptions): Actions {
    return new Actions(options);
  }

  private constructor(options: ActionsOptions) {
    this.#catalog = options.catalog;
    this.#templates = Templates.create(options);
    this.#targets = ActionTargets.create(options);
    this.#files = RecordedFiles.create(options);
  }

  /** Every action, with where the person may run it. */
  async list(reader: Reader): Promise<ActionsAnswer> {
    const { templates, invalid } = await this.#templates.list(
      reader.credentials,
    );
    const answers = await this.#targets.everywhere(
      templates.map(({ fields }) => questionOf(fields)),
      reader,
    );
    return {
      items: templates.map((template, index) =>
        toAction(template, answers[index]),
      ),
      invalid,
    };
  }

  /**
   * What can be done with an entity, in the environments that it is in.
   *
   * @throws NotFoundError `entity-not-found`
   */
  async ofEntity(
    entityRef: string,
    reader: Reader,
  ): Promise<{ items: SelfServiceAction[] }> {
    const entity = await this.#entity(entityRef, reader);
    const { templates } = await this.#templates.list(reader.credentials);
    const fitting = templates.filter(({ spec }) => fits(spec, entity));
    const answers = await this.#targets.ofEntity(
      fitting.map(({ fields }) => questionOf(fields)),
      { entity, reader },
    );
    return {
      items: fitting.map((template, index) =>
        toAction(template, answers[index]),
      ),
    };
  }

  /**
   * What the form of an action starts with, for an entity in an environment. What it takes from Git is for whoever may
   * plan that.
   *
   * @throws NotFoundError `entity-not-found`, `action-not-found`; ConflictError `action-not-for-entity`; and what
   * `BaseReads.files` and `UnitReads.read` throw
   */
  async form(
    question: { templateRef: string; entityRef: string; environment: string },
    reader: Reader,
  ): Promise<ActionFormAnswer> {
    const { templateRef, entityRef, environment } = question;
    const entity = await this.#entity(entityRef, reader);
    const { templates } = await this.#templates.list(reader.credentials);
    const template = templates.find(each => each.templateRef === templateRef);
    if (!template) throw selfServiceError('action-not-found', { templateRef });
    const { spec } = template;
    if (!fits(spec, entity)) {
      throw selfServiceError('action-not-for-entity', {
        templateRef,
        entityRef,
      });
    }
    const { fill = {} } = spec;
    const document = { entity: entity as unknown as JsonObject, environment };
    const readsFile = Object.values(fill).some(path =>
      path.startsWith('file.'),
    );
    const place = readsFile ? fileOf(spec, { entity, environment }) : undefined;
    const file = place && (await this.#files.read(place, reader));
    return {
      formData: fillForm(fill, { ...document, ...(file && { file }) }),
    };
  }

  async #entity(entityRef: string, reader: Reader): Promise<Entity> {
    const { credentials } = reader;
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) throw selfServiceError('entity-not-found', { entityRef });
    return entity;
  }
}

function fits({ target }: ActionTemplate['spec'], entity: Entity): boolean {
  return !!target && isTarget(target, entity as unknown as JsonObject);
}

function toAction(
  template: ActionTemplate,
  targets: ActionTarget[],
): SelfServiceAction {
  const { templateRef, entity, spec } = template;
  const { description, tags = [] } = entity.metadata;
  const owner = entity.spec?.owner;
  return {
    templateRef,
    title: titleOf(template),
    ...(description && { description }),
    operation: spec.operation,
    category: spec.category,
    ...(spec.icon && { icon: spec.icon }),
    tags,
    ...(typeof owner === 'string' && { ownerRef: owner }),
    ...(spec.lifetime && { lifetime: spec.lifetime.default }),
    targets,
  };
}
