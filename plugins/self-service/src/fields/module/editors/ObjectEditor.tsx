// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import { EditorFrame } from './EditorFrame';
import { asObject, type EditorProps } from './types';
import { ValueEditor } from './ValueEditor';

/** An object: one editor for each attribute. With none of them given, the object is not given either. */
export const ObjectEditor = (props: EditorProps) => {
  const { schema, value, onChange, isDisabled } = props;
  const given = asObject(value);
  const required = Array.isArray(schema.required) ? schema.required : [];
  const isGiven = Object.keys(given).length > 0;
  const set = (name: string, item: JsonValue | undefined) => {
    const { [name]: _, ...rest } = given;
    const changed = item === undefined ? rest : { ...rest, [name]: item };
    onChange(Object.keys(changed).length > 0 ? changed : undefined);
  };
  return (
    <EditorFrame {...props}>
      {Object.entries(asObject(schema.properties)).map(([name, of]) => {
        const { title, description } = asObject(of);
        return (
          <ValueEditor
            key={name}
            label={typeof title === 'string' ? title : name}
            description={
              typeof description === 'string' ? description : undefined
            }
            schema={asObject(of)}
            value={given[name]}
            isDisabled={isDisabled}
            isRequired={
              required.includes(name) && (isGiven || props.isRequired)
            }
            onChange={item => set(name, item)}
          />
        );
      })}
    </EditorFrame>
  );
};
