// Drives the client that oapi-codegen generates.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	api "generators/larder_api"
)

type driver struct{ client *api.ClientWithResponses }

var background = context.Background()

func main() {
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+token)
		return nil
	}
	client, err := api.NewClientWithResponses(baseURL, api.WithRequestEditorFn(authorize))
	check(err)
	play(driver{client})
}

func (d driver) ListRegistries() (any, error) {
	response, err := d.client.ListRegistriesWithResponse(background, organization, nil)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) CreateRegistry(name, emoji string, policy []Statement) (any, error) {
	statements := []api.OidcStatement{}
	for _, statement := range policy {
		statements = append(statements, api.OidcStatement{Iss: &statement.Issuer, Scopes: &statement.Scopes})
	}
	var given api.OidcPolicy
	if err := given.FromOidcPolicy1(statements); err != nil {
		return nil, err
	}
	input := api.RegistryInput{Name: name, Ecosystem: api.Files, Emoji: &emoji, OidcPolicy: &given}
	response, err := d.client.CreateRegistryWithResponse(background, organization, input)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) GetRegistry(registry string) (any, error) {
	response, err := d.client.GetRegistryWithResponse(background, organization, registry)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) DeleteRegistry(registry string) (any, error) {
	response, err := d.client.DeleteRegistryWithResponse(background, organization, registry)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) ListPackages(registry string, perPage int) (any, error) {
	params := api.ListPackagesParams{PerPage: &perPage}
	response, err := d.client.ListPackagesWithResponse(background, organization, registry, &params)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) Publish(registry, path string) (any, error) {
	response, err := d.publish(registry, path)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) PublishAgain(registry, path string) (any, error) {
	response, err := d.publish(registry, path)
	if err != nil {
		return nil, err
	}
	return expect(response.ApplicationproblemJSON409, response)
}

// oapi-codegen leaves writing the form to its user.
func (d driver) publish(registry, path string) (*api.PublishPackageResponse, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	part, err := writer.CreateFormFile("file", filepath.Base(path))
	if err != nil {
		return nil, err
	}
	if _, err := part.Write(content); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return d.client.PublishPackageWithBodyWithResponse(
		background, organization, registry, writer.FormDataContentType(), io.Reader(&form))
}

func (d driver) GetPackage(registry, id string) (any, error) {
	response, err := d.client.GetPackageWithResponse(background, organization, registry, uuid.MustParse(id))
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) GetMissingPackage(registry, id string) (any, error) {
	response, err := d.client.GetPackageWithResponse(background, organization, registry, uuid.MustParse(id))
	if err != nil {
		return nil, err
	}
	return expect(response.ApplicationproblemJSON404, response)
}

func (d driver) ListFiles(registry, id string) (any, error) {
	response, err := d.client.ListPackageFilesWithResponse(background, organization, registry, uuid.MustParse(id))
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) Download(registry, id, file string) ([]byte, error) {
	params := api.GetPackageFileParams{}
	response, err := d.client.GetPackageFileWithResponse(
		background, organization, registry, uuid.MustParse(id), file, &params)
	if err != nil {
		return nil, err
	}
	if response.StatusCode() != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", response.Status(), response.Body)
	}
	return response.Body, nil
}

func (d driver) Copy(registry, id, to string) (any, error) {
	params := api.CopyPackageParams{To: to}
	response, err := d.client.CopyPackageWithResponse(background, organization, registry, uuid.MustParse(id), &params)
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

func (d driver) DeletePackage(registry, id string) (any, error) {
	response, err := d.client.DeletePackageWithResponse(background, organization, registry, uuid.MustParse(id))
	if err != nil {
		return nil, err
	}
	return expect(response.JSON200, response)
}

type hasStatus interface{ Status() string }

// expect returns the body, or an error if the response has another one.
func expect[Body any](body *Body, response hasStatus) (any, error) {
	if body == nil {
		return nil, fmt.Errorf("unexpected response: %s", response.Status())
	}
	return body, nil
}
