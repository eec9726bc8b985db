package data_test

import (
	"os"
	"testing"
)

// shared holds folders that several tests use.
var shared []string

func TestMain(m *testing.M) {
	if role := os.Getenv("SKINWARD_TEST_ROLE"); role != "" {
		os.Exit(play(role))
	}
	code := m.Run()
	for _, dir := range shared {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}
