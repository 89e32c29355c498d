// Drives the client that OpenAPI Generator generates for Go.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	api "generators/larder_api"
)

type driver struct {
	client  *api.APIClient
	context context.Context
}

func main() {
	configuration := api.NewConfiguration()
	configuration.Servers = api.ServerConfigurations{{URL: baseURL}}
	play(driver{
		client:  api.NewAPIClient(configuration),
		context: context.WithValue(context.Background(), api.ContextAccessToken, token),
	})
}

func (d driver) ListRegistries() (any, error) {
	body, _, err := d.client.RegistriesAPI.ListRegistries(d.context, organization).Execute()
	return body, err
}

func (d driver) CreateRegistry(name, emoji string, policy []Statement) (any, error) {
	statements := []api.OidcStatement{}
	for _, statement := range policy {
		statements = append(statements, api.OidcStatement{Iss: &statement.Issuer, Scopes: statement.Scopes})
	}
	given := api.ArrayOfOidcStatementAsOidcPolicy(&statements)
	input := api.NewRegistryInput(name, api.FILES)
	input.SetEmoji(emoji)
	input.SetOidcPolicy(given)
	body, _, err := d.client.RegistriesAPI.CreateRegistry(d.context, organization).RegistryInput(*input).Execute()
	return body, err
}

func (d driver) GetRegistry(registry string) (any, error) {
	body, _, err := d.client.RegistriesAPI.GetRegistry(d.context, organization, registry).Execute()
	return body, err
}

func (d driver) DeleteRegistry(registry string) (any, error) {
	body, _, err := d.client.RegistriesAPI.DeleteRegistry(d.context, organization, registry).Execute()
	return body, err
}

func (d driver) ListPackages(registry string, perPage int) (any, error) {
	request := d.client.PackagesAPI.ListPackages(d.context, organization, registry)
	body, _, err := request.PerPage(int32(perPage)).Execute()
	return body, err
}

func (d driver) Publish(registry, path string) (any, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	body, _, err := d.client.PackagesAPI.PublishPackage(d.context, organization, registry).File(file).Execute()
	return body, err
}

func (d driver) PublishAgain(registry, path string) (any, error) {
	_, err := d.Publish(registry, path)
	return problem(err)
}

func (d driver) GetPackage(registry, id string) (any, error) {
	body, _, err := d.client.PackagesAPI.GetPackage(d.context, organization, registry, id).Execute()
	return body, err
}

func (d driver) GetMissingPackage(registry, id string) (any, error) {
	_, err := d.GetPackage(registry, id)
	return problem(err)
}

func (d driver) ListFiles(registry, id string) (any, error) {
	body, _, err := d.client.PackagesAPI.ListPackageFiles(d.context, organization, registry, id).Execute()
	return body, err
}

func (d driver) Download(registry, id, file string) ([]byte, error) {
	body, _, err := d.client.PackagesAPI.GetPackageFile(d.context, organization, registry, id, file).Execute()
	if err != nil {
		return nil, err
	}
	defer os.Remove(body.Name())
	return io.ReadAll(body)
}

func (d driver) Copy(registry, id, to string) (any, error) {
	body, _, err := d.client.PackagesAPI.CopyPackage(d.context, organization, registry, id).To(to).Execute()
	return body, err
}

func (d driver) DeletePackage(registry, id string) (any, error) {
	body, _, err := d.client.PackagesAPI.DeletePackage(d.context, organization, registry, id).Execute()
	return body, err
}

// problem returns the body of an error, in the type that the description has for it.
func problem(err error) (any, error) {
	var failure *api.GenericOpenAPIError
	if !errors.As(err, &failure) {
		return nil, fmt.Errorf("there was no problem, but %v", err)
	}
	return failure.Model(), nil
}
