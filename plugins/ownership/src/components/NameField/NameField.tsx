// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Combobox } from '@backstage/ui';

/** A name of the policy: chosen from those that are known, or typed. */
export const NameField = (props: {
  label: string;
  description?: string;
  value: string;
  /** Known names. */
  options: string[];
  onChange: (value: string) => void;
}) => {
  const { label, description, value, options, onChange } = props;
  return (
    <Combobox
      label={label}
      description={description}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      options={options.map(name => ({ value: name, label: name }))}
    />
  );
};
