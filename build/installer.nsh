; Postway's own part of the Windows installer (electron-builder's `include`). It belongs to the person: nothing outside HKEY_CURRENT_USER.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\postway" "" "URL:Postway"
  WriteRegStr HKCU "Software\Classes\postway" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\postway\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr HKCU "Software\Classes\postway\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

; An update removes the old version before it installs the new one: the link stays then.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\postway"
  ${endIf}
!macroend
