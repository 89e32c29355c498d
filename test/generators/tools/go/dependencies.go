//go:build tools

// What generated clients import, so that `go mod tidy` keeps it in go.mod.
package generators

import (
	_ "github.com/google/uuid"
	_ "github.com/oapi-codegen/runtime"
	_ "github.com/oapi-codegen/runtime/types"
	_ "gopkg.in/validator.v2"
)
