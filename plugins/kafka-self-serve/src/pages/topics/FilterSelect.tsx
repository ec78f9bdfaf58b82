// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { memo } from 'react';
import type { TopicParameter } from './useTopicQuery';

/** The choice that sets no filter. */
export const ANY = 'any';

/** A choice that is a parameter of the address. A select is dear to draw: only when its own value changes. */
export const FilterSelect = memo(
  (props: {
    name: TopicParameter;
    label: string;
    /** Kept by the caller. */
    options: { value: string; label: string }[];
    value: string;
    /** Kept by the caller. */
    onChange: (name: TopicParameter, value: string | undefined) => void;
  }) => {
    const { name, label, options, value, onChange } = props;
    return (
      <Select
        label={label}
        options={options}
        value={value}
        onChange={key => onChange(name, key === ANY ? undefined : String(key))}
      />
    );
  },
);
