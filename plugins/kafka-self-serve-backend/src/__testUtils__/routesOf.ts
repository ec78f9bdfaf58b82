// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of an Express 4 router without mount paths, for example `get /topics`. */
export function routesOf(router: unknown): string[] {
  const { stack = [] } = router as { stack?: Layer[] };
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map(method => `${method} ${route.path}`)
      : routesOf(handle),
  );
}
