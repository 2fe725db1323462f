/** How rpmbuild makes the package: nothing is compiled, stripped or looked into for dependencies. */
import { lstatSync } from 'node:fs';
import { relative } from 'node:path';
import { everythingIn } from './tree.mjs';

/** The spec file. */
export function rpmSpec({ tree, version }) {
  const files = everythingIn(tree)
    .filter((path) => !lstatSync(path).isDirectory())
    .map((path) => `"/${relative(tree, path)}"`);
  return `%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost postway.example
Name: postway
Version: ${version}
Release: 1
Summary: Finds out why mail can be received but not sent
License: MIT
URL: https://postway.example
AutoReqProv: no
Requires: alsa-lib, gtk3, libnotify, mesa-libgbm, nss, xdg-utils
Recommends: nodejs >= 20.19

%description
Postway opens real connections to your mail server, compares what happens with
other providers' servers, says in plain words what stops your mail, and hands
you the settings that work, step by step, in the words of your mail program.

%install
cp -a "${tree}/." "%{buildroot}/"

%files
%defattr(-,root,root)
%dir /usr/lib/postway
${files.join('\n')}
`;
}
