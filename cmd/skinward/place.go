package main

import (
	"fmt"
	"path/filepath"
)

// dataFolder returns the folder that holds the person's journals: the
// platform's own place for data of a program.
func dataFolder(e Env) (string, error) {
	home, err := e.Home()
	if err != nil {
		return "", fmt.Errorf("the home folder is not known; name a journal with --journal DIR")
	}
	switch e.OS {
	case "windows":
		if d := e.Getenv("LOCALAPPDATA"); d != "" {
			return filepath.Join(d, "Skinward"), nil
		}
		return filepath.Join(home, "AppData", "Local", "Skinward"), nil
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Skinward"), nil
	}
	// XDG: a relative path is invalid and to be ignored.
	if d := e.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "skinward"), nil
	}
	return filepath.Join(home, ".local", "share", "skinward"), nil
}

// journalFolder returns the folder of the journal that a command is about. The
// sample lies beside the person's own and is never mixed with it.
func journalFolder(e Env, named string, sample bool) (string, error) {
	if named != "" {
		return named, nil
	}
	d, err := dataFolder(e)
	if err != nil {
		return "", err
	}
	if sample {
		return filepath.Join(d, "sample"), nil
	}
	return filepath.Join(d, "journal"), nil
}
