// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/http"
	"strconv"
)

// described is a version as the API shows it.
type described struct {
	Subject string `json:"subject"`
	ID      int    `json:"id"`
	Version int    `json:"version"`
	schema
}

func describe(v *version) described {
	return described{v.subject, v.id, v.number, v.schema}
}

func (r *registry) schemaRoutes(on router) {
	on("GET /schemas/types", func(*http.Request) (any, *failure) {
		return []string{"JSON", "PROTOBUF", "AVRO"}, nil
	})
	on("GET /schemas", func(q *http.Request) (any, *failure) {
		all := []described{}
		for _, name := range r.named(q.URL.Query().Get("subjectPrefix"), asked(q)) {
			found := r.versions(name, asked(q))
			if q.URL.Query().Get("latestOnly") == "true" {
				found = found[len(found)-1:]
			}
			for _, v := range found {
				all = append(all, describe(v))
			}
		}
		return all, nil
	})
	withID := func(answer func(v *version, q *http.Request) any) func(*http.Request) (any, *failure) {
		return func(q *http.Request) (any, *failure) {
			id, err := strconv.Atoi(q.PathValue("id"))
			if err != nil {
				return nil, fail(404, 404, "HTTP 404 Not Found")
			}
			v := r.byID(id)
			if v == nil {
				return nil, fail(404, 40403, "Schema %d not found", id)
			}
			return answer(v, q), nil
		}
	}
	on("GET /schemas/ids/{id}", withID(func(v *version, _ *http.Request) any { return v.schema }))
	on("GET /schemas/ids/{id}/schema", withID(func(v *version, _ *http.Request) any { return text(v.schema.Text) }))
	on("GET /schemas/ids/{id}/subjects", withID(func(of *version, q *http.Request) any {
		names := []string{}
		r.each(asked(q), func(v *version) {
			if v.id == of.id && (len(names) == 0 || names[len(names)-1] != v.subject) {
				names = append(names, v.subject)
			}
		})
		return names
	}))
	on("GET /schemas/ids/{id}/versions", withID(func(of *version, q *http.Request) any {
		found := []map[string]any{}
		r.each(asked(q), func(v *version) {
			if v.id == of.id {
				found = append(found, map[string]any{"subject": v.subject, "version": v.number})
			}
		})
		return found
	}))
}
