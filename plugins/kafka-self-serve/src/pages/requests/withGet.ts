// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestsApi } from '@fairway/requests-common';

/** The same API with another `get`. Its methods are bound: a client has private fields, which an heir of it has not. */
export function withGet(
  api: RequestsApi,
  get: RequestsApi['get'],
): RequestsApi {
  return new Proxy(api, {
    get: (target, name) => {
      if (name === 'get') return get;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
