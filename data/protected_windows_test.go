package data_test

import "errors"

func writeProtected(string) error { return errors.New("folders cannot be protected by mode bits here") }

func cramped(string) error { return errors.New("files cannot be limited in size here") }
