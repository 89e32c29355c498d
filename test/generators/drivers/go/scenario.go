// The scenario for Go clients. Prints what came back as one line of JSON, which `outcome.ts` compares.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// Client is how a driver calls its generated client. Bodies are returned as the client's own types, which are written
// as JSON. A response other than 2xx is an error.
type Client interface {
	ListRegistries() (any, error)
	CreateRegistry(name, emoji string, policy []Statement) (any, error)
	GetRegistry(registry string) (any, error)
	DeleteRegistry(registry string) (any, error)
	ListPackages(registry string, perPage int) (any, error)
	Publish(registry, path string) (any, error)
	// PublishAgain returns the problem with which the server rejects the file.
	PublishAgain(registry, path string) (any, error)
	GetPackage(registry, id string) (any, error)
	// GetMissingPackage returns the problem with which the server answers for a package that does not exist.
	GetMissingPackage(registry, id string) (any, error)
	ListFiles(registry, id string) (any, error)
	Download(registry, id, file string) ([]byte, error)
	Copy(registry, id, to string) (any, error)
	DeletePackage(registry, id string) (any, error)
}

// Statement is one of an OIDC policy.
type Statement struct {
	Issuer string
	Scopes []string
}

type object = map[string]any

var (
	baseURL      = os.Getenv("LARDER_URL")
	token        = os.Getenv("LARDER_TOKEN")
	organization = os.Getenv("LARDER_ORGANIZATION")
)

func play(client Client) {
	seeded := readSeeded(client, os.Getenv("LARDER_SEEDED_REGISTRY"), os.Getenv("LARDER_SEEDED_PACKAGE"))

	name := os.Getenv("LARDER_NAME")
	policy := []Statement{{Issuer: "https://agent.example", Scopes: []string{"read_packages"}}}
	created := body(client.CreateRegistry(fmt.Sprintf("(%s) shelf", name), "🍌", policy))
	other := text(body(client.CreateRegistry(fmt.Sprintf("(%s) other", name), ":banana:", []Statement{})), "slug")
	shelf := text(created, "slug")
	registries := each(client.ListRegistries()).texts("slug")

	path := os.Getenv("LARDER_FILE")
	file := filepath.Base(path)
	published := body(client.Publish(shelf, path))
	id := text(published, "id")
	conflict := body(client.PublishAgain(shelf, path))
	packages := items(client.ListPackages(shelf, 10)).texts("id")
	got := body(client.GetPackage(shelf, id))
	files := items(client.ListFiles(shelf, id)).texts("name")
	downloaded, err := client.Download(shelf, id, file)
	check(err)
	sum := sha256.Sum256(downloaded)
	copied := body(client.Copy(shelf, id, other))

	deleted := list{
		body(client.DeletePackage(shelf, id)),
		body(client.DeletePackage(other, text(copied, "id"))),
		body(client.DeleteRegistry(other)),
	}.texts("message")
	missing := body(client.GetMissingPackage(shelf, id))
	body(client.DeleteRegistry(shelf))

	record, err := json.Marshal(object{
		"seeded":     seeded,
		"created":    created,
		"registries": registries,
		"published":  published,
		"conflict":   object{"type": conflict["type"], "status": conflict["status"], "url": conflict["url"]},
		"packages":   packages,
		"got":        got,
		"files":      files,
		"sha256":     hex.EncodeToString(sum[:]),
		"copied":     copied,
		"deleted":    deleted,
		"missing":    object{"type": missing["type"], "status": missing["status"]},
	})
	check(err)
	fmt.Println(string(record))
}

func readSeeded(client Client, registry, id string) object {
	return object{
		"registry": body(client.GetRegistry(registry)),
		"package":  body(client.GetPackage(registry, id)),
		"packages": body(client.ListPackages(registry, 1)),
		"files":    body(client.ListFiles(registry, id)),
	}
}

type list []object

func (all list) texts(key string) []string {
	texts := []string{}
	for _, one := range all {
		texts = append(texts, text(one, key))
	}
	return texts
}

func each(value any, err error) list { return throughJSON[list](value, err) }

func items(value any, err error) list {
	return throughJSON[struct {
		Items list `json:"items"`
	}](value, err).Items
}

func body(value any, err error) object { return throughJSON[object](value, err) }

// throughJSON returns the value as the client writes it.
func throughJSON[T any](value any, err error) T {
	check(err)
	written, err := json.Marshal(value)
	check(err)
	var read T
	check(json.Unmarshal(written, &read))
	return read
}

func text(value object, key string) string {
	found, ok := value[key].(string)
	if !ok {
		log.Fatalf("%s is missing in %v", key, value)
	}
	return found
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
