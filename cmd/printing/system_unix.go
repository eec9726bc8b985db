//go:build !windows

package printing

import (
	"errors"
	"os/exec"
	"runtime"
)

// Find returns how this system prints, nil when it cannot: without the CUPS
// tools, and in a sandbox, which has no way to the printers.
func Find(getenv func(string) string) System {
	if getenv("FLATPAK_ID") != "" || getenv("SNAP") != "" {
		return nil
	}
	for _, tool := range []string{"lp", "lpstat", "cancel"} {
		if _, err := exec.LookPath(tool); err != nil {
			return nil
		}
	}
	return CUPS{}
}

// canShow reports whether a viewer would have a screen.
func canShow(getenv func(string) string) bool {
	return runtime.GOOS == "darwin" || getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// show hands a file to the program that the person opens such files with.
func show(path string) error {
	tool := "xdg-open"
	if runtime.GOOS == "darwin" {
		tool = "open"
	}
	if _, err := exec.LookPath(tool); err != nil {
		return errors.New("this system has no program that opens PDF files")
	}
	_, err := output(exec.Command(tool, path))
	return err
}
