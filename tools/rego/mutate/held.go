package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// limit is what one test may take; the slowest takes a tenth of a second.
const limit = 30 * time.Second

// held is what the tests of a file hold to: by the path of a test, the names of its cases that pass, or none for a
// test without cases. A case that passes no more has failed, since the tests' cases are written in the tests.
type held map[string][]string

// run evaluates the tests of a file, all of which have to pass.
func run(compiler *ast.Compiler, file *ast.Module) (held, error) {
	found := held{}
	for _, rule := range file.Rules {
		name := rule.Head.Ref()[0].Value.String()
		path := fmt.Sprintf("%v.%s", file.Package.Path, name)
		if _, known := found[path]; known || !strings.HasPrefix(name, "test_") {
			continue
		}
		cases, passes := evaluate(compiler, path)
		if !passes {
			return nil, fmt.Errorf("%s fails already without a mutant", path)
		}
		found[path] = cases
	}
	if len(found) == 0 {
		return nil, errors.New("there is no test in it")
	}
	return found, nil
}

// by says whether all that was held is held still.
func (h held) by(compiler *ast.Compiler) bool {
	for _, path := range slices.Sorted(maps.Keys(h)) {
		cases, passes := evaluate(compiler, path)
		if !passes {
			return false
		}
		for _, each := range h[path] {
			if !slices.Contains(cases, each) {
				return false
			}
		}
	}
	return true
}

// evaluate gives the cases of a test that pass, and whether the test as a whole may.
func evaluate(compiler *ast.Compiler, path string) ([]string, bool) {
	ctx, stop := context.WithTimeout(context.Background(), limit)
	defer stop()
	results, err := rego.New(rego.Compiler(compiler), rego.Query(path)).Eval(ctx)
	if err != nil || len(results) == 0 {
		return nil, false
	}
	switch value := results[0].Expressions[0].Value.(type) {
	case bool:
		return nil, value
	case map[string]any:
		cases := slices.Sorted(maps.Keys(value))
		return cases, !slices.ContainsFunc(cases, func(name string) bool { return value[name] != true })
	default:
		return nil, false
	}
}
