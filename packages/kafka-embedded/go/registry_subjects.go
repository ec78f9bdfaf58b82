// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/http"
	"strconv"
	"strings"
)

func (r *registry) subjectRoutes(on router) {
	on("GET /subjects", func(q *http.Request) (any, *failure) {
		return r.named(q.URL.Query().Get("subjectPrefix"), asked(q)), nil
	})
	on("GET /subjects/{subject}/versions", func(q *http.Request) (any, *failure) {
		found := r.versions(q.PathValue("subject"), asked(q))
		if len(found) == 0 {
			return nil, subjectNotFound(q)
		}
		return numbers(found), nil
	})
	on("GET /subjects/{subject}/versions/{version}", func(q *http.Request) (any, *failure) {
		v, failed := r.version(q, asked(q))
		if failed != nil {
			return nil, failed
		}
		return describe(v), nil
	})
	on("GET /subjects/{subject}/versions/{version}/schema", func(q *http.Request) (any, *failure) {
		v, failed := r.version(q, asked(q))
		if failed != nil {
			return nil, failed
		}
		return text(v.schema.Text), nil
	})
	on("GET /subjects/{subject}/versions/{version}/referencedby", func(q *http.Request) (any, *failure) {
		v, failed := r.version(q, asked(q))
		if failed != nil {
			return nil, failed
		}
		return r.referencedBy(v), nil
	})
	on("POST /subjects/{subject}", r.lookUp)
	on("POST /subjects/{subject}/versions", r.register)
	on("DELETE /subjects/{subject}", r.deleteSubject)
	on("DELETE /subjects/{subject}/versions/{version}", r.deleteVersion)
	on("POST /compatibility/subjects/{subject}/versions", r.compare)
	on("POST /compatibility/subjects/{subject}/versions/{version}", r.compare)
}

func subjectNotFound(q *http.Request) *failure {
	return fail(404, 40401, "Subject '%s' not found.", q.PathValue("subject"))
}

func numbers(all []*version) []int {
	found := []int{}
	for _, v := range all {
		found = append(found, v.number)
	}
	return found
}

// version is the one that the path names: a number, or "latest" or -1.
func (r *registry) version(q *http.Request, w which) (*version, *failure) {
	name := q.PathValue("version")
	found := r.versions(q.PathValue("subject"), w)
	number, err := strconv.Atoi(name)
	latest := name == "latest" || number == -1
	if !latest && (err != nil || number < 1) {
		return nil, fail(422, 42202, "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"", name)
	}
	if len(found) == 0 {
		return nil, subjectNotFound(q)
	}
	if latest {
		return found[len(found)-1], nil
	}
	if v := r.find(q.PathValue("subject"), number, w); v != nil {
		return v, nil
	}
	return nil, fail(404, 40402, "Version %d not found.", number)
}

func readSchema(q *http.Request) (schema, *failure) {
	given, err := read[schema](q)
	if err != nil {
		return given, fail(422, 42201, "Invalid schema: the body cannot be read: %s", err)
	}
	if given.Type = strings.ToUpper(given.Type); given.Type == "AVRO" {
		given.Type = ""
	}
	return given, nil
}

func (r *registry) same(subject string, given schema, w which) *version {
	for _, v := range r.versions(subject, w) {
		if v.schema.identity() == given.identity() {
			return v
		}
	}
	return nil
}

func (r *registry) lookUp(q *http.Request) (any, *failure) {
	given, failed := readSchema(q)
	if failed != nil {
		return nil, failed
	}
	if len(r.versions(q.PathValue("subject"), asked(q))) == 0 {
		return nil, subjectNotFound(q)
	}
	if v := r.same(q.PathValue("subject"), given, asked(q)); v != nil {
		return describe(v), nil
	}
	return nil, fail(404, 40403, "Schema not found")
}

func (r *registry) register(q *http.Request) (any, *failure) {
	subject := q.PathValue("subject")
	given, failed := readSchema(q)
	if failed != nil {
		return nil, failed
	}
	if v := r.same(subject, given, active); v != nil {
		return map[string]int{"id": v.id}, nil
	}
	if failed := r.writable(subject); failed != nil {
		return nil, failed
	}
	reasons, err := r.incompatibilities(subject, given, r.predecessors(subject))
	if err != nil {
		return nil, fail(422, 42201, "Invalid schema: %s", err)
	}
	if len(reasons) > 0 {
		return nil, fail(409, 409, "Schema being registered is incompatible with an earlier schema for subject \"%s\": %s", subject, strings.Join(reasons, "; "))
	}
	return map[string]int{"id": r.add(subject, given).id}, nil
}

func (r *registry) compare(q *http.Request) (any, *failure) {
	subject := q.PathValue("subject")
	given, failed := readSchema(q)
	if failed != nil {
		return nil, failed
	}
	earlier := r.predecessors(subject)
	if name := q.PathValue("version"); name != "" {
		v, failed := r.version(q, active)
		switch {
		case failed == nil:
			earlier = []*version{v}
		case name != "latest" && name != "-1": // there is nothing to disagree with the first version
			return nil, failed
		}
	}
	reasons, err := r.incompatibilities(subject, given, earlier)
	if err != nil {
		return nil, fail(422, 42201, "Invalid schema: %s", err)
	}
	answer := map[string]any{"is_compatible": len(reasons) == 0}
	if q.URL.Query().Get("verbose") == "true" {
		answer["messages"] = reasons
	}
	return answer, nil
}
