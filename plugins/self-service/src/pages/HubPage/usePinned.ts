// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'fairway.self-service';
const KEY = 'pinned';

/** The templates that the person pinned, kept with their settings. */
export function usePinned(): {
  pinned: string[];
  toggle(templateRef: string): void;
} {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [pinned, setPinned] = useState<string[]>(
    () => bucket.snapshot<string[]>(KEY).value ?? [],
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<string[]>(KEY)
      .subscribe(({ value }) => setPinned(value ? [...value] : []));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const toggle = useCallback(
    (templateRef: string) => {
      const next = pinned.includes(templateRef)
        ? pinned.filter(each => each !== templateRef)
        : [...pinned, templateRef];
      setPinned(next);
      bucket.set(KEY, next);
    },
    [bucket, pinned],
  );
  return { pinned, toggle };
}
