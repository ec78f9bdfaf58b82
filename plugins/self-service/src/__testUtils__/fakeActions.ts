// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ActionFormAnswer,
  ActionsAnswer,
  ActionStatisticsAnswer,
  DriftAnswer,
  EntityActionsAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import type { Answer } from './fakeBackend';

/** Answers what is asked about actions and drift. */
export class FakeActions {
  list: () => Answer<ActionsAnswer> = () => ({ items: [], invalid: [] });
  statistics: () => Answer<ActionStatisticsAnswer> = () => ({
    items: [],
    recent: [],
  });
  ofEntity: () => Answer<EntityActionsAnswer> = () => ({ items: [] });
  form: (query: URLSearchParams) => Answer<ActionFormAnswer> = () => ({
    formData: {},
  });
  drift: () => Answer<DriftAnswer> = () => ({
    items: [],
    hidden: 0,
    heads: {},
  });

  answer(path: string, query: URLSearchParams): Answer<object> | undefined {
    switch (path) {
      case '/self-service/actions':
        return this.list();
      case '/self-service/actions/statistics':
        return this.statistics();
      case '/self-service/actions/entity':
        return this.ofEntity();
      case '/self-service/actions/form':
        return this.form(query);
      case '/self-service/drift':
        return this.drift();
      default:
        return undefined;
    }
  }
}
