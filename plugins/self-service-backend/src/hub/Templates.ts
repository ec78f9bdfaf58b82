// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type InvalidAction,
  parseSelfServiceSpec,
  type SelfServiceSpec,
} from '@fairway/backstage-plugin-self-service-common';
import { fieldsOf, type FormField } from './formFields';

/** A template with a `spec.selfService` that can be read. */
export interface ActionTemplate {
  templateRef: string;
  entity: Entity;
  spec: SelfServiceSpec;
  /** Of its form. */
  fields: FormField[];
}

/** The self-service actions of the catalog, as far as the caller may see them. */
export class Templates {
  readonly #catalog: CatalogService;

  static create(options: { catalog: CatalogService }): Templates {
    return new Templates(options.catalog);
  }

  private constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async list(credentials: BackstageCredentials): Promise<{
    templates: ActionTemplate[];
    invalid: InvalidAction[];
  }> {
    const { items } = await this.#catalog.getEntities(
      { filter: { kind: 'Template' } },
      { credentials },
    );
    const templates: ActionTemplate[] = [];
    const invalid: InvalidAction[] = [];
    for (const entity of items) {
      if (entity.spec?.selfService === undefined) continue;
      const templateRef = stringifyEntityRef(entity);
      const parsed = parseSelfServiceSpec(entity.spec.selfService);
      if ('problems' in parsed) {
        const { title = entity.metadata.name } = entity.metadata;
        invalid.push({ templateRef, title, problems: parsed.problems });
      } else {
        const fields = fieldsOf(entity.spec.parameters);
        templates.push({ templateRef, entity, spec: parsed.spec, fields });
      }
    }
    templates.sort((a, b) => titleOf(a).localeCompare(titleOf(b)));
    return { templates, invalid };
  }
}

export function titleOf({ entity }: Pick<ActionTemplate, 'entity'>): string {
  return entity.metadata.title ?? entity.metadata.name;
}
