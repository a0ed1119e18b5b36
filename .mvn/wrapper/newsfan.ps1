# Run inside mvnw.cmd's PowerShell part, by one marked line, once $MAVEN_HOME is computed; the twin of newsfan.sh, which says why.
# For Windows PowerShell 5.1, and in ASCII only, because 5.1 reads a file without a byte order mark in the local code page.
# What is written to the output reaches mvnw.cmd's batch part; people are spoken to on standard error.

$newsfanJdk = 25

function Write-Notice([string]$text) {
  [Console]::Error.WriteLine("mvnw: $text")
}

# --- 1. the JDK ---

# the Java version of the JDK in a folder; 0 where there is no javac, because a JRE can't compile
function Get-JdkVersion([string]$folder) {
  # File.Exists, because the cmdlets throw at a drive that is not there and at a name with quotes in it
  if (![IO.File]::Exists("$folder\bin\java.exe") -or ![IO.File]::Exists("$folder\bin\javac.exe")) {
    return 0
  }
  $release = "$folder\release"
  if ([IO.File]::Exists($release)) {
    foreach ($line in Get-Content -LiteralPath $release) {
      # "25.0.3" is 25, and "1.8.0_402" is 8
      if ($line -match '^JAVA_VERSION="(1\.)?(\d+)') {
        return [int]$Matches[2]
      }
    }
  }
  return (Get-Item -LiteralPath "$folder\bin\java.exe").VersionInfo.FileMajorPart
}

# the folders where installers put JDKs; one that does not exist, or holds no JDK, does no harm
function Get-JdkFolders {
  $keys = 'HKLM:\SOFTWARE\JavaSoft\JDK\*', 'HKLM:\SOFTWARE\Eclipse Adoptium\JDK\*\hotspot\MSI',
    'HKLM:\SOFTWARE\Microsoft\JDK\*\hotspot\MSI'
  foreach ($key in Get-ItemProperty -Path $keys -ErrorAction SilentlyContinue) {
    if ($key.JavaHome) { $key.JavaHome }
    if ($key.Path) { $key.Path }
  }
  $patterns = @(
    # Oracle, Adoptium, Microsoft, Corretto, Zulu and BellSoft: a folder for the vendor, and in it one for each JDK
    "$env:ProgramFiles\*\*", "$env:LOCALAPPDATA\Programs\*\*",
    "$HOME\.jdks\*", "$HOME\.gradle\jdks\*", "$HOME\.sdkman\candidates\java\*", "$env:LOCALAPPDATA\mise\installs\java\*",
    "$HOME\scoop\apps\*\current", "$env:ProgramData\scoop\apps\*\current"
  )
  foreach ($pattern in $patterns) {
    foreach ($javac in Get-Item -Path "$pattern\bin\javac.exe" -ErrorAction SilentlyContinue) {
      $javac.Directory.Parent.FullName
    }
  }
}

# the java on the PATH, if that is a JDK which is new enough; otherwise the installed one with the lowest version that is
function Find-Jdk {
  $onPath = Get-Command java.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($onPath) {
    $folder = Split-Path (Split-Path $onPath.Path)
    if ($folder -and (Get-JdkVersion $folder) -ge $newsfanJdk) {
      return $folder
    }
  }
  Get-JdkFolders |
    ForEach-Object { New-Object PSObject -Property @{ Folder = $_.TrimEnd('\'); Version = Get-JdkVersion $_ } } |
    Where-Object { $_.Version -ge $newsfanJdk } |
    Sort-Object Version, Folder |
    Select-Object -First 1 -ExpandProperty Folder
}

function Set-JavaHome {
  $tooOld = ''
  if ($env:JAVA_HOME) {
    $version = Get-JdkVersion $env:JAVA_HOME
    if ($version -ge $newsfanJdk) {
      return
    }
    $tooOld = "JAVA_HOME=$env:JAVA_HOME is " + $(if ($version) { "Java $version" } else { 'no JDK' })
  }
  $jdk = Find-Jdk
  if (!$jdk) {
    $because = if ($tooOld) { " ($tooOld)" } else { '' }
    Write-Notice ("Newsfan needs JDK $newsfanJdk or newer and found none${because}: install one, for example from " +
      "https://adoptium.net, or set JAVA_HOME to where it is.")
    exit 1
  }
  if ($tooOld) {
    Write-Notice "$tooOld; using $jdk, because Newsfan needs JDK $newsfanJdk or newer."
  }
  $env:JAVA_HOME = $jdk
}

Set-JavaHome
# this process ends before Maven starts, so the batch part has to set the variable once more
Write-Output "JAVA_HOME=$env:JAVA_HOME"

# --- 2. Maven ---

function Get-Sha256([string]$file) {
  $stream = [IO.File]::OpenRead($file)
  try {
    $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($stream)
    return ($hash | ForEach-Object { $_.ToString('x2') }) -join ''
  } finally {
    $stream.Dispose()
  }
}

# fetches the distribution into a folder; mvn runs in there, with a .mvn of its own, so that it takes no notice of this project's
function Invoke-FetchByMvn([string]$mvn, [string]$folder) {
  New-Item -ItemType Directory -Path "$folder\.mvn" | Out-Null
  $version = $distributionUrlNameMain -replace '^apache-maven-', ''
  $arguments = '-B', '-q', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
    "-Dartifact=org.apache.maven:apache-maven:${version}:zip:bin", '-DoutputDirectory=.'
  $env:NEWSFAN_FETCHING = 'true'
  try {
    # Start-Process, because 5.1 makes an exception of the first line a program writes to a redirected standard error
    $process = Start-Process -FilePath $mvn -ArgumentList $arguments -WorkingDirectory $folder -NoNewWindow -Wait -PassThru `
      -RedirectStandardOutput "$folder\mvn.log" -RedirectStandardError "$folder\mvn.err"
    return ($process.ExitCode -eq 0) -and (Test-Path -LiteralPath "$folder\$distributionUrlName")
  } finally {
    Remove-Item Env:NEWSFAN_FETCHING
  }
}

function Install-From([string]$folder) {
  $sum = (Get-Content -Raw "$scriptDir/.mvn/wrapper/maven-wrapper.properties" | ConvertFrom-StringData).distributionSha256Sum
  if ((Get-Sha256 "$folder\$distributionUrlName") -ne $sum) {
    Write-Notice ("$distributionUrlName, as the installed mvn fetched it, does not have the SHA-256 in " +
      ".mvn/wrapper/maven-wrapper.properties and is not used.")
    exit 1
  }
  Add-Type -AssemblyName System.IO.Compression.FileSystem
  [IO.Compression.ZipFile]::ExtractToDirectory("$folder\$distributionUrlName", $folder)
  try {
    [IO.Directory]::Move("$folder\$distributionUrlNameMain", $MAVEN_HOME)
  } catch {
    # another run was faster, which is just as well
    if (!(Test-Path -LiteralPath $MAVEN_HOME -PathType Container)) { throw }
  }
}

function Install-MavenHome([string]$mvn) {
  # beside MAVEN_HOME, so that the final move is a rename, which happens wholly or not at all
  $seed = (New-Item -ItemType Directory -Force -Path "$MAVEN_HOME_PARENT/tmp.$([Guid]::NewGuid())").FullName
  try {
    if (Invoke-FetchByMvn $mvn $seed) {
      Install-From $seed
    } else {
      $reason = Get-Content -Path "$seed\mvn.log", "$seed\mvn.err" | Where-Object { $_ -match 'ERROR' } | Select-Object -First 1
      if (!$reason) { $reason = 'it named no error' }
      Write-Notice "the installed mvn could not fetch $distributionUrlNameMain ($reason), so it comes from $distributionUrl."
    }
  } finally {
    Remove-Item -LiteralPath $seed -Recurse -Force -ErrorAction SilentlyContinue
  }
}

if (!(Test-Path -LiteralPath $MAVEN_HOME -PathType Container)) {
  if ($env:NEWSFAN_FETCHING) {
    # an mvn that leads to this script would fetch for ever
    Write-Notice '[ERROR] it is this wrapper itself'
    exit 1
  }
  $installedMvn = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($env:MVNW_REPOURL) {
    # mvnw.cmd replaces what precedes /org/apache/maven/ in distributionUrl; Apache's archive has no such part
    $distributionUrl = "$env:MVNW_REPOURL/org/apache/maven/apache-maven/" +
      ($distributionUrlNameMain -replace '^apache-maven-', '') + "/$distributionUrlName"
  } elseif (!$env:MVNW_USERNAME -and $installedMvn) {
    Install-MavenHome $installedMvn.Path
  }
}
